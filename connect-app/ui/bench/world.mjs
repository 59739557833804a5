// The running sandbox and app, as somebody signed in sees them.

const ADMIN = '712020:amara-okafor'

function cookieOf(response, jira) {
  const [name, value] = response.headers.get('set-cookie').split(';')[0].split('=')
  return { name, value, domain: new URL(jira).hostname, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' }
}

async function reachable(address, what) {
  try {
    return await fetch(address)
  } catch {
    throw new Error(`${what} does not answer at ${address}: start it with ./tandem run`)
  }
}

export async function signedIn(jira, app) {
  await reachable(`${app}/health`, 'The app')
  const response = await fetch(`${jira}/sandbox/session`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ accountId: ADMIN }),
  })
  const cookie = cookieOf(response, jira)
  const tokenFor = async issue => {
    const url = `${jira}/sandbox/context-token?addonKey=tandem&moduleKey=tandem-tradeoff&projectKey=SHOP&issueKey=${issue}`
    return (await fetch(url, { headers: { Cookie: `${cookie.name}=${cookie.value}` } })).text()
  }
  /** Without a project the gadget asks for one and shows no report. */
  const chooseForGadget = async project => {
    const items = `${jira}/rest/api/3/dashboard/10000/items`
    const headers = { Cookie: `${cookie.name}=${cookie.value}`, 'Content-Type': 'application/json' }
    const body = JSON.stringify({ v: 1, project })
    const response = await fetch(`${items}/10000/properties/tandem.gadget`, { method: 'PUT', headers, body })
    if (!response.ok) throw new Error(`the gadget's project was not kept: Jira answered ${response.status}`)
  }
  return { jira, app, chooseForGadget, session: { cookies: [cookie], origins: [] }, tokenFor }
}
