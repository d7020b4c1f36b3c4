export { save } from './save-copy.ts';
export { recall } from './saved-copy.ts';
