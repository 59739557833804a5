// How long the app takes for a panel's read and save, as a browser asks for them over kept connections.
// The sandbox's own time for the one read, or the writes, behind each is within.

import { setTimeout as pause } from 'node:timers/promises'

const DOCUMENTS = ['acceptance', 'impact', 'tradeoff']
const WARM_UP_ROUNDS = 2
// Jira takes 20 writes of an issue in two seconds, and a round makes six of each.
const ROUND_MILLIS = 2_000

async function timed(url, request) {
  const begin = performance.now()
  const response = await fetch(url, request)
  const body = await response.json()
  const took = performance.now() - begin
  if (!response.ok) throw new Error(`${request.method} ${url} answered ${response.status}: ${body.detail}`)
  return { took, etag: response.headers.get('etag'), body }
}

const CHANGES = {
  acceptance: (document, text) => ({ ...document, story: { ...document.story, soThat: text } }),
  impact: (document, text) => ({ ...document, problem: text }),
  tradeoff: (document, text) => ({ ...document, skip: { ...document.skip, capability: text } }),
}

function issueOf(token) {
  const claims = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString('utf8'))
  return claims.context.jira.issue.id
}

async function readAndSave(world, kind, { token, text }) {
  const url = `${world.app}/api/panel/issues/${issueOf(token)}/${kind}`
  const headers = { Authorization: `JWT ${token}` }
  const read = await timed(url, { method: 'GET', headers })
  const body = JSON.stringify(CHANGES[kind](read.body.document ?? { v: 1 }, text))
  const save = await timed(url, {
    method: 'PUT', headers: { ...headers, 'Content-Type': 'application/json', 'If-Match': read.etag }, body,
  })
  return { read: read.took, save: save.took }
}

/** Each document of each issue is read and then saved, round after round; the first rounds warm up. */
export async function measureServer(world, issues, rounds) {
  const taken = new Map(DOCUMENTS.map(kind => [kind, { read: [], save: [] }]))
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    const next = pause(ROUND_MILLIS)
    for (const issue of issues) {
      const token = await world.tokenFor(issue)
      for (const kind of DOCUMENTS) {
        const { read, save } = await readAndSave(world, kind, { token, text: `Measured in round ${round}` })
        if (round < 0) continue
        taken.get(kind).read.push(read)
        taken.get(kind).save.push(save)
      }
    }
    await next
  }
  return taken
}

const REPORTS = ['budget', 'decisions', 'matrix', 'warnings']

/** Each report of the project in turn, round after round. What they are made from is kept by the app; the first rounds warm up. */
export async function measureReports(world, project, rounds) {
  const taken = new Map(REPORTS.map(report => [report, []]))
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    const headers = { Authorization: `JWT ${await world.tokenFor(`${project}-1`)}` }
    for (const report of REPORTS) {
      const { took } = await timed(`${world.app}/api/project/${project}/${report}`, { method: 'GET', headers })
      if (round >= 0) taken.get(report).push(took)
    }
  }
  return taken
}
