// Publicodes: `node publicodes.mjs FILE`; the file says what to measure, the answer is JSON on standard output.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const load = createRequire(`${process.cwd()}/`)
const { default: Engine } = load('publicodes')
const { version } = JSON.parse(readFileSync('node_modules/publicodes/package.json', 'utf8'))
const { records, rounds, rules } = JSON.parse(readFileSync(process.argv[2], 'utf8'))

const inputs = { selesai: { titre: 'selesai' }, semua: { titre: 'semua' }, target: { titre: 'target' } }
const achieved = (name) => ({
  [`${name} realisasi`]: { valeur: 'selesai / semua * 100', arrondi: '2 décimales' },
  [name]: { valeur: `${name} realisasi / target * 100`, arrondi: '2 décimales' },
})
const seconds = (since) => {
  const used = process.cpuUsage(since)
  return (used.user + used.system) / 1e6
}
const options = { logger: { log() {}, warn() {}, error() {} } }
const engine = new Engine({ ...inputs, ...achieved('capaian') }, options)

function record([selesai, semua, target]) {
  engine.setSituation(selesai === null ? { semua, target } : { selesai, semua, target })
  return engine.evaluate('capaian').nodeValue
}

function answers(rows) {
  let refused = 0
  const found = rows.map((row) => {
    try {
      return record(row) ?? null
    } catch {
      refused += 1
      return null
    }
  })
  return { found, refused }
}

const timed = []
for (let round = 0; round < rounds; round += 1) {
  const begin = process.cpuUsage()
  answers(records.everyday)
  timed.push(seconds(begin) / records.everyday.length)
}
const grown = {}
for (const count of rules) {
  const names = Array.from({ length: count }, (_, place) => `capaian ${place}`)
  const many = new Engine(Object.assign({ ...inputs }, ...names.map(achieved)), options)
  many.setSituation({ selesai: 5, semua: 8, target: 29.42 })
  const begin = process.cpuUsage()
  for (const name of names) many.evaluate(name)
  grown[count] = seconds(begin) / count
}
const wrong = Object.fromEntries(Object.entries(records).map(([kind, rows]) => [kind, answers(rows)]))
console.log(JSON.stringify({ version, timed, grown, wrong }))
