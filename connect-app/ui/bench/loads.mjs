// How long each page of the app takes, inside the sandbox's Jira, until a person can use it.
import { chromium } from 'playwright-core'

/** 10 Mbit/s with 40 ms there and back, and a processor four times as slow: a slow laptop. */
const NETWORK = { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 }
const SLOWDOWN = 4
const PATIENCE_MS = 30_000

/**
 * Says in each frame when nothing of it is busy any more and something in it can be used. By the console: to look into
 * the frame from outside would put a large script of Playwright's into it while it loads.
 */
function watchReadiness() {
  const look = () => {
    // The gadget is there to be looked at.
    const usable = document.querySelector('main :is(button, a[href], input, select, textarea), .gadget-lines')
    if (!usable || document.querySelector('[aria-busy="true"]')) return requestAnimationFrame(look)
    requestAnimationFrame(() => setTimeout(() => console.debug(`ready ${location.pathname} ${performance.now()}`)))
  }
  requestAnimationFrame(look)
}

/**
 * Slows the tab down. Only the page that is measured loads; its neighbours in the issue view are left out: by
 * the browser, for a route of Playwright's would switch its cache off, and nothing would ever be warm; and answered with
 * nothing, for the browser's error pages would draw and run in the same thread.
 */
async function prepare(tab, { app, others }) {
  const session = await tab.context().newCDPSession(tab)
  session.on('Fetch.requestPaused', ({ requestId }) => session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 }))
  await session.send('Fetch.enable', { patterns: others.map(name => ({ urlPattern: `${app}/panel/${name}*` })) })
  await session.send('Network.emulateNetworkConditions', NETWORK)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
}

/** Does something after which the page is loaded; gives the milliseconds until it was ready. */
async function readyAfter(tab, page, load) {
  const mark = `ready /panel/${page} `
  const told = tab.waitForEvent('console', { predicate: message => message.text().startsWith(mark), timeout: PATIENCE_MS })
  await load()
  return Number((await told).text().slice(mark.length))
}

/** One cold and one warm load, in milliseconds from the request for the iframe's page. */
async function coldAndWarm(browser, world, { page, others }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, storageState: world.session })
  try {
    await context.addInitScript(watchReadiness)
    const tab = await context.newPage()
    await prepare(tab, { app: world.app, others })
    const cold = await readyAfter(tab, page.name, () => tab.goto(world.jira + page.at))
    return { cold, warm: await readyAfter(tab, page.name, () => tab.reload()) }
  } finally {
    await context.close()
  }
}

/** All pages in turn, round after round, so that a busy minute of the machine falls on all of them. */
export async function measureLoads(world, pages, rounds) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
  const taken = new Map(pages.map(page => [page.name, []]))
  try {
    for (let round = 0; round < rounds; round++) {
      for (const page of pages) {
        const others = pages.filter(it => it !== page).map(it => it.name)
        taken.get(page.name).push(await coldAndWarm(browser, world, { page, others }))
      }
    }
  } finally {
    await browser.close()
  }
  return taken
}
