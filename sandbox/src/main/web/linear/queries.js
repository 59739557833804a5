import { allPages, graphql } from './graphql.js';

const LABEL = 'id name color isGroup parent { id name }';
const ROW = `id identifier title updatedAt priority url state { id name type color } assignee { id name } labels(first: 20) { nodes { ${LABEL} } }`;

/** The workspace with its teams, and who asks. */
export async function workspace() {
  const { organization, teams } = await graphql(
    '{ organization { id name urlKey } teams(first: 50) { nodes { id key name } } }',
  );
  return { ...organization, teams: teams.nodes };
}

/** A team's issues, newest change first. */
export function teamIssues(teamId) {
  const query = `query($id: String!, $after: String) { team(id: $id) { issues(first: 100, after: $after, orderBy: updatedAt) {
    nodes { ${ROW} } pageInfo { hasNextPage endCursor } } } }`;
  return allPages(async (after) => (await graphql(query, { id: teamId, after })).team.issues);
}

/** One issue with all that its page shows; asked in two parts, each far below the complexity cap. */
export async function wholeIssue(id) {
  const first = graphql(
    `query($id: String!) { issue(id: $id) { ${ROW} description createdAt creator { id name }
    team { id key name } attachments(first: 50) { nodes { id title subtitle url createdAt } } } }`,
    { id },
  );
  const second = graphql(
    `
      query ($id: String!) {
        issue(id: $id) {
          documents(first: 50) {
            nodes {
              id
              title
              content
              updatedAt
            }
          }
          comments(first: 100) {
            nodes {
              id
              body
              createdAt
              user {
                id
                name
              }
              botActor {
                name
              }
            }
          }
        }
      }
    `,
    { id },
  );
  const [{ issue }, { issue: rest }] = await Promise.all([first, second]);
  return { ...issue, ...rest };
}

/** The identifier of the issue that a document stands on, null where there is none. */
export async function issueOfDocument(slugId) {
  const query = `query($slug: String!) { documents(first: 1, filter: { slugId: { eq: $slug } }) {
    nodes { issue { identifier } } } }`;
  const { documents } = await graphql(query, { slug: slugId });
  return documents.nodes[0]?.issue?.identifier ?? null;
}

/** The labels an issue of this team can have: the team's own and the workspace's. */
export async function labelsFor(teamId) {
  const query = `query($after: String) { issueLabels(first: 100, after: $after) {
    nodes { ${LABEL} team { id } } pageInfo { hasNextPage endCursor } } }`;
  const labels = await allPages(async (after) => (await graphql(query, { after })).issueLabels);
  return labels.filter((label) => !label.team || label.team.id === teamId);
}

/** A team's workflow, in its order. */
export async function statesOf(teamId) {
  const query = 'query($id: String!) { team(id: $id) { states(first: 50) { nodes { id name type color position } } } }';
  const { team } = await graphql(query, { id: teamId });
  return team.states.nodes.sort((one, other) => one.position - other.position);
}
