import type { FastifyInstance } from 'fastify';
import { NotFound } from '../../../publishing/errors.ts';
import type { Answers } from './answers.ts';
import { demandDraft } from './demand-draft.ts';
import { givenFile } from './files.ts';
import { statementText } from './statement.ts';
import { givenTemplate } from './templates.ts';

/** What is given as a file, and not as a page. */
export function downloadRoutes(desk: FastifyInstance, answers: Answers): void {
  desk.get<{ Params: { id: string } }>('/publish/drafts/:id/statement.json', async (request, reply) => {
    const visit = await answers.enter(request, reply);
    if (!visit) return reply;
    const body = await demandDraft(visit, request.params.id)
      .then((row) => statementText(visit, row))
      .catch((error: unknown) => {
        if (error instanceof NotFound) return null;
        throw error;
      });
    return body === null ? reply.callNotFound() : reply.type('application/json; charset=utf-8').send(body);
  });
  desk.get(
    '/publish/drafts/:id/files/:position',
    answers.file((visit, { id = '', position = '' }) => givenFile(visit, id, position)),
  );
  desk.get(
    '/publish/templates/:kind/:name',
    answers.file((_, { kind = '', name = '' }) => givenTemplate(kind, name)),
  );
}
