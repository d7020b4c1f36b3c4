export { save } from './save-copy.ts';
export { recall, type Saved } from './saved-copy.ts';
