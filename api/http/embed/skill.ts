/** `/skill.md`: the same in steps, for a program that is to do it (SKILL.md: a name, when to use it, what to do). */
export const skillText = (baseUrl: string): string => `---
name: gongkai-open-data
description: Use when a page needs a panel of a county's disclosure (budgets, livelihood projects, school enrollment, emergencies, policy documents), or when a question has to be answered from what a government published, with citations. Platform ${baseUrl}.
---

# Answer a question

1. Find the field: ${baseUrl}/schema.graphql describes every one, with its unit and its term in Chinese. Examples that run: ${baseUrl}/graphql.
2. Ask with GET: \`curl -sG ${baseUrl}/graphql --data-urlencode 'query={ budgetTotals(level: COUNTY_TOTAL, table: GENERAL_EXPENDITURE, codes: ["205"], fromYear: 2024, toYear: 2024) { year final { wanYuan perHead share } } }'\`.
3. Ask for "citation", "permalink" and "isSample" with every record, and say them with the answer. What is a sample (示例) is made up.
4. null is not zero, levels are never added together, and amounts are decimal strings: keep them as text until you print them.
5. An error says what to do, in "message" and at "documentation". After 504 wait for "Retry-After".

# Put a panel on a page

1. Choose the panel and its attributes in ${baseUrl}/llms.txt; look at it at ${baseUrl}/w/<panel>?<attributes>. 400 says what is wrong.
2. Write the tag with a link inside, and the loader once on the page:

\`\`\`html
<gk-budget organization="县财政局" year="2024"><a href="${baseUrl}/w/budget?organization=县财政局&amp;year=2024">县财政局2024年决算</a></gk-budget>
<script src="${baseUrl}/widgets/loader.js" async></script>
\`\`\`

3. Where the editor drops tags and scripts, take the plain link or the frame from ${baseUrl}/embed.
4. Give the page to ${baseUrl}/embed/doctor: it names what is wrong by line, with the code as it should be.
5. Where the page has a policy (CSP), add what the doctor says to script-src, connect-src and img-src, and nothing else.
`;
