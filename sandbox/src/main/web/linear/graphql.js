/**
 * One GraphQL operation as the signed-in person, by the page's cookie: the schema and the rules are those
 * that any client of Linear meets. An answer with errors becomes an Error in Linear's own words.
 */
export async function graphql(query, variables = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  }).catch(() => {
    throw new Error('The sandbox did not answer. Check that it still runs, then try again.');
  });
  const answer = await response.json().catch(() => ({}));
  if (answer.errors?.length) throw new Error(answer.errors.map(words).join(' '));
  if (!response.ok) throw new Error(`Linear answered ${response.status} without saying why.`);
  return answer.data;
}

function words(error) {
  return error.extensions?.userPresentableMessage ?? error.message;
}

/** Every page of a connection; `read(after)` answers one page of it. */
export async function allPages(read) {
  const nodes = [];
  let after = null;
  do {
    const page = await read(after);
    nodes.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return nodes;
}
