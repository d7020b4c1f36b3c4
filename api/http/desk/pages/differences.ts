import { differencesFromLive } from '../../../desk/differences.ts';
import type { DraftRow } from '../../../desk/draft.ts';
import { html, type Markup, nothing } from './markup.ts';
import type { Visit } from './visit.ts';

/** So many are listed; of more the number is told. */
const most = 100;
const longest = 400;

const shown = (text: string | null): string =>
  text === null ? '—' : text.length > longest ? `${text.slice(0, longest)}…` : text;

/** What a draft changes of what is live: what whoever reviews a correction looks at first. */
export async function differences({ store }: Visit, row: DraftRow): Promise<Markup> {
  const found = await differencesFromLive(store, row);
  if (!found) return nothing;
  return html`<section aria-labelledby="differences">
    <h2 id="differences">与现行版的差别 <span class="en" lang="en">What it changes</span></h2>
    ${
      found.length === 0
        ? html`<p>没有差别。 <span class="en" lang="en">Nothing.</span></p>`
        : html`<div class="scroll" role="region" tabindex="0" aria-label="与现行版的差别">
            <table class="findings stacked">
              <caption>共 ${found.length} 处 <span class="en" lang="en">differences</span></caption>
              <thead>
                <tr>
                  <th scope="col">位置 <span class="en" lang="en">Place</span></th>
                  <th scope="col">原来 <span class="en" lang="en">Before</span></th>
                  <th scope="col">现在 <span class="en" lang="en">Now</span></th>
                </tr>
              </thead>
              <tbody>
                ${found.slice(0, most).map(
                  ({ path, before, after }) => html`<tr>
                    <td data-label="位置">${path}</td>
                    <td data-label="原来">${shown(before)}</td>
                    <td data-label="现在">${shown(after)}</td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
    ${found.length > most ? html`<p>只列出前 ${most} 处。 <span class="en" lang="en">The first ${most}.</span></p>` : nothing}
  </section>`;
}
