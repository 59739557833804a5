// Prints how long the pages take on a slow laptop, and the server for a read, a save and a project's reports, as Markdown tables.
// usage, while ./tandem run runs: node bench/pages.mjs [rounds]
import { measureLoads } from './loads.mjs'
import { measureReports, measureServer } from './server.mjs'
import { signedIn } from './world.mjs'

const ISSUE = '/browse/SHOP-7'
const PAGES = [
  { name: 'acceptance', at: ISSUE }, { name: 'impact', at: ISSUE }, { name: 'tradeoff', at: ISSUE },
  { name: 'project', at: '/projects/SHOP/apps/tandem/tandem-project' },
  { name: 'gadget', at: '/jira/dashboards/10000' }, { name: 'admin', at: '/admin/apps/tandem/tandem-admin' },
]
const SERVER_ROUNDS = 5
const REPORT_ROUNDS = 100

function share(values, of) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(of * sorted.length))]
}

const ms = (values, of) => `${Math.round(share(values, of))}`
const line = cells => console.log(`| ${cells.join(' | ')} |`)

function printLoads(taken) {
  line(['page', 'cold, median', 'cold, 90 %', 'warm, median', 'warm, 90 %'])
  line(['---', '---', '---', '---', '---'])
  for (const [name, loads] of taken) {
    const cold = loads.map(it => it.cold), warm = loads.map(it => it.warm)
    line([name, ms(cold, 0.5), ms(cold, 0.9), ms(warm, 0.5), ms(warm, 0.9)])
  }
}

function printServer(taken) {
  line(['document', 'read, median', 'read, 95 %', 'save, median', 'save, 95 %'])
  line(['---', '---', '---', '---', '---'])
  for (const [kind, { read, save }] of taken) line([kind, ms(read, 0.5), ms(read, 0.95), ms(save, 0.5), ms(save, 0.95)])
}

function printReports(taken) {
  line(['report of the project', 'median', '95 %'])
  line(['---', '---', '---'])
  for (const [name, times] of taken) line([name, ms(times, 0.5), ms(times, 0.95)])
}

const port = (name, usual) => `http://localhost:${process.env[name] ?? usual}`
const rounds = Number(process.argv[2] ?? 9)
const world = await signedIn(port('TANDEM_SANDBOX_JIRA_PORT', 8090), port('TANDEM_PORT', 8080))
await world.chooseForGadget('SHOP')
console.log('Milliseconds until a page can be used, with a processor four times as slow, 10 Mbit/s and 40 ms:\n')
printLoads(await measureLoads(world, PAGES, rounds))
console.log('\nMilliseconds of the server, the sandbox behind it included:\n')
printServer(await measureServer(world, Array.from({ length: 20 }, (_, n) => `SHOP-${n + 1}`), SERVER_ROUNDS))
console.log()
printReports(await measureReports(world, 'SHOP', REPORT_ROUNDS))
