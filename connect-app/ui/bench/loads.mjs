// How long each page of the app takes, inside the sandbox's Jira, until a person can use it.
import { chromium } from 'playwright-core'

/** 10 Mbit/s with 40 ms there and back, and a processor four times as slow: a slow laptop. */
const NETWORK = { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 }
const SLOWDOWN = 4
const PATIENCE_MS = 30_000

/** Notes in each frame when nothing of it is busy any more and something in it can be used. */
function watchReadiness() {
  const look = () => {
    const usable = document.querySelector('main :is(button, a[href], input, select, textarea)')
    if (!usable || document.querySelector('[aria-busy="true"]')) return requestAnimationFrame(look)
    requestAnimationFrame(() => setTimeout(() => { window.readyAfterMs = performance.now() }))
  }
  requestAnimationFrame(look)
}

/** Only the page that is measured loads; its neighbours in the issue view are left out. */
async function leaveOutOthers(context, app, page) {
  await context.route(url => url.href.startsWith(`${app}/panel/`) && url.pathname !== `/panel/${page}`, route => route.abort())
}

async function slowDown(tab) {
  const session = await tab.context().newCDPSession(tab)
  await session.send('Network.emulateNetworkConditions', NETWORK)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
}

async function readyAfter(tab, app, page) {
  const deadline = Date.now() + PATIENCE_MS
  const frame = await (async () => {
    for (;;) {
      const found = tab.frames().find(it => it.url().startsWith(`${app}/panel/${page}`))
      if (found) return found
      if (Date.now() > deadline) throw new Error(`the page ${page} was not asked for`)
      await tab.waitForEvent('framenavigated', { timeout: PATIENCE_MS })
    }
  })()
  const handle = await frame.waitForFunction(() => window.readyAfterMs, null, { timeout: PATIENCE_MS })
  return handle.jsonValue()
}

/** One cold and one warm load, in milliseconds from the request for the iframe's page. */
async function coldAndWarm(browser, world, page) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, storageState: world.session })
  try {
    await context.addInitScript(watchReadiness)
    await leaveOutOthers(context, world.app, page.name)
    const tab = await context.newPage()
    await slowDown(tab)
    await tab.goto(world.jira + page.at)
    const cold = await readyAfter(tab, world.app, page.name)
    await tab.reload()
    return { cold, warm: await readyAfter(tab, world.app, page.name) }
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
      for (const page of pages) taken.get(page.name).push(await coldAndWarm(browser, world, page))
    }
  } finally {
    await browser.close()
  }
  return taken
}
