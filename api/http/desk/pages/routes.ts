import multipart from '@fastify/multipart';
import type { FastifyError, FastifyInstance } from 'fastify';
import { NotFound } from '../../../publishing/errors.ts';
import type { Admit } from '../admission.ts';
import type { DeskPlatform } from '../door.ts';
import { Answers, type FormHandler } from './answers.ts';
import { assetRoutes } from './assets.ts';
import { auditPage } from './audit.ts';
import { confirmPage, isGrave } from './confirm.ts';
import { downloadRoutes } from './downloads.ts';
import { draftPage } from './draft.ts';
import { asked, signIn, turnAway } from './entrance.ts';
import { failurePage } from './failure.ts';
import { uploadIn } from './multipart.ts';
import { publishPage } from './publish.ts';
import { publishedPage } from './published.ts';
import { recordPage } from './record.ts';
import { Said } from './said.ts';
import { isFromHere, signedOut } from './session.ts';
import { actionOf, take } from './steps.ts';
import { templatesPage } from './templates.ts';
import { makeToken, revoke, tokensPage } from './tokens.ts';
import { upload, uploadPage } from './upload.ts';
import { formName, largestFile } from './upload-form.ts';
import { deskPage, workListPage } from './work-lists.ts';

const headers = {
  'cache-control': 'private, no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  // A page without a referrer sends its forms with `Origin: null`, and they could not be told from foreign ones.
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const;

const largestForm = 256 << 10;

const missing = (): never => {
  throw new NotFound({ zh: '没有这个地址。', en: 'There is nothing at this address.' });
};

/** Any step of an edition's life, at an address of its own. */
const step: FormHandler = {
  take: async (visit, said, { id = '', step: slug = '' }) => {
    const action = actionOf(slug);
    if (!action || action === 'STAGE') return missing();
    const done = await take(visit, action, id, said);
    return { to: action === 'DISCARD' ? `/publish?done=${done}` : `/publish/drafts/${id}?done=${done}` };
  },
  form: (said, { step: slug = '' }) => {
    const action = actionOf(slug) ?? '';
    return action === 'CLEAR' ? `CLEAR-${said.text('finding')}` : action;
  },
  again: (visit, attempt, { id = '' }) => {
    if (attempt.form === 'PUBLISH') return publishPage(visit, id, attempt);
    return isGrave(attempt.form) ? confirmPage(visit, attempt.form, id, attempt) : draftPage(visit, id, attempt);
  },
};

function readRoutes(desk: FastifyInstance, answers: Answers): void {
  desk.get(
    '/publish',
    answers.page((visit) => deskPage(visit)),
  );
  desk.get(
    '/publish/lists/:list',
    answers.page((visit, request, { list = '' }) => workListPage(visit, list, asked(request, 'after'))),
  );
  desk.get(
    '/publish/drafts/:id',
    answers.page((visit, request, { id = '' }) =>
      draftPage(visit, id, null, { isUnmasked: asked(request, 'unmasked') === '1' }),
    ),
  );
  desk.get(
    '/publish/drafts/:id/:step',
    answers.page(async (visit, _, { id = '', step: slug = '' }) => {
      const action = actionOf(slug) ?? '';
      if (action === 'PUBLISH') return publishPage(visit, id);
      return isGrave(action) ? confirmPage(visit, action, id) : missing();
    }),
  );
  desk.get(
    '/publish/upload',
    answers.page((visit, request) =>
      uploadPage(visit, { kind: asked(request, 'kind'), correction: asked(request, 'correction') }),
    ),
  );
  desk.get(
    '/publish/templates',
    answers.page(async () => templatesPage()),
  );
  desk.get(
    '/publish/published',
    answers.page((visit, request) => publishedPage(visit, asked(request, 'q'), asked(request, 'after'))),
  );
  desk.get(
    '/publish/records/:id',
    answers.page((visit, _, { id = '' }) => recordPage(visit, id)),
  );
  desk.get(
    '/publish/tokens',
    answers.page((visit) => tokensPage(visit)),
  );
  desk.get(
    '/publish/audit',
    answers.page((visit, request) => auditPage(visit, asked(request, 'before'))),
  );
  desk.get(
    '/publish/*',
    answers.page(async () => missing()),
  );
}

function formRoutes(desk: FastifyInstance, answers: Answers): void {
  desk.post('/publish/drafts/:id/:step', answers.form(step));
  desk.post(
    '/publish/tokens',
    answers.form({
      take: makeToken,
      form: () => 'CREATE_TOKEN',
      again: (visit, attempt) => tokensPage(visit, attempt),
    }),
  );
  desk.post(
    '/publish/tokens/:id/revoke',
    answers.form({
      take: async (visit, _, { id = '' }) => {
        await revoke(visit, id);
        return { to: '/publish/tokens?done=REVOKED' };
      },
      again: (visit) => tokensPage(visit),
    }),
  );
}

function sessionRoutes(desk: FastifyInstance, admit: Admit): void {
  desk.post('/publish/sign-in', (request, reply) =>
    signIn(admit, request, reply, new Said(request.body instanceof URLSearchParams ? request.body : undefined)),
  );
  // Whoever is signed in with a token that is no good any more can sign out too: no more is asked than where it comes from.
  desk.post('/publish/sign-out', (request, reply) => {
    if (!isFromHere(request.headers)) return turnAway(request, reply, 403);
    return reply.header('set-cookie', signedOut(request.headers)).redirect('/publish', 303);
  });
}

/** The only route that takes a file. */
async function uploadRoute(desk: FastifyInstance, answers: Answers): Promise<void> {
  await desk.register(async (scope) => {
    await scope.register(multipart, {
      limits: { fileSize: largestFile, files: 11, fields: 20, fieldSize: 64 << 10, parts: 31, headerPairs: 50 },
    });
    scope.post('/publish/upload', { bodyLimit: largestFile + largestForm * 8 }, async (request, reply) => {
      const visit = await answers.enter(request, reply);
      if (!visit) return reply;
      const { said, file, attachments } = await uploadIn(request);
      return answers.answer(request, reply, visit, said, {
        take: () => upload(visit, said, file, attachments),
        form: () => formName,
        again: (again, attempt) => uploadPage(again, { kind: '', correction: '' }, attempt),
      });
    });
  });
}

/** The publisher's desk (发布台): pages for people at the publishing door, without a script. */
export async function deskPages(server: FastifyInstance, platform: DeskPlatform, admit: Admit): Promise<void> {
  const answers = new Answers(platform, admit);
  await server.register(async (desk) => {
    desk.removeAllContentTypeParsers();
    desk.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: largestForm },
      (_, body, done) => done(null, new URLSearchParams(String(body))),
    );
    desk.addHook('onRequest', async (_, reply) => {
      reply.headers(headers);
    });
    desk.setErrorHandler((error: FastifyError, request, reply) => failurePage(platform, error, request, reply));
    assetRoutes(desk);
    readRoutes(desk, answers);
    downloadRoutes(desk, answers);
    formRoutes(desk, answers);
    sessionRoutes(desk, admit);
    await uploadRoute(desk, answers);
  });
}
