import { Lexer, Source, TokenKind } from 'graphql';
import { ApiError } from './errors.ts';

/** Brackets and braces in each other; the fullest introspection has 14, and every reader of a query goes in as deep. */
const deepestNesting = 100;

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

const tooDeep = (zh: string, en: string): ApiError =>
  new ApiError(
    'DEPTH_LIMIT_EXCEEDED',
    {
      zh: `${zh}的括号嵌套超过 ${deepestNesting} 层；请减少嵌套。`,
      en: `the brackets of ${en} go more than ${deepestNesting} levels deep; nest less.`,
    },
    { limit: deepestNesting, http: { spec: true, status: 400 } },
  );

/**
 * Refuses a query whose brackets go in too deep, before a parser follows them to the end of its stack. What is no
 * token is left to the parser, which says where it stands.
 */
export function checkNesting(text: string, mostTokens: number): void {
  const lexer = new Lexer(new Source(text));
  let depth = 0;
  for (let tokens = 0; tokens < mostTokens && depth <= deepestNesting; tokens += 1) {
    const { kind } = lexer.advance();
    if (kind === TokenKind.EOF) return;
    if (opening.has(kind)) depth += 1;
    else if (closing.has(kind)) depth -= 1;
  }
  if (depth > deepestNesting) throw tooDeep('查询', 'the query');
}

/** The same for variables: a condition may hold conditions without end. */
export function checkVariables(variables: unknown): void {
  let level: unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestNesting) throw tooDeep('变量', 'the variables');
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
}
