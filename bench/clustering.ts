/**
 * `npm run bench -- clustering [--json]`: how well the groups of messages without labels agree with the labels that people gave, on the
 * public sets that lie beside the repository and on the starter kits: the shipped way (communities of nearest neighbours) beside a
 * density-based one on the same neighbours. Prints the time and the memory that each set took.
 */
import { clusterNeighbours, messageNeighbours, shippedBase } from '#slm';
import { agreement } from './clustering/agreement.js';
import { densityClusters } from './clustering/density.js';
import { dataSets } from './quality/sets.js';

const json = process.argv.includes('--json');
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const sets = named.length ? named : ['starter-kit-fashion', 'demo-shop', 'clinc150', 'banking77'];
const leastMessages = 8;
/** What an owner names in ten minutes. */
const largest = 30;

for (const { name, train } of await dataSets(sets)) {
  const rows = train.filter(({ oos }) => !oos);
  const topics = rows.map(({ intent }) => intent);
  const began = performance.now();
  const texts = rows.map(({ text }) => text);
  const nearest = await messageNeighbours(texts, shippedBase(), () => {});
  const read = performance.now();
  const communities = clusterNeighbours(nearest).map(({ label }) => label);
  const grouped = performance.now();
  const density = densityClusters(nearest, leastMessages);
  const seconds = { embed: (read - began) / 1000, cluster: (grouped - read) / 1000 };
  const megabytes = process.resourceUsage().maxRSS / 1024;
  for (const [way, labels] of [
    ['communities (shipped)', communities],
    ['density', density],
  ] as const) {
    const all = agreement(labels, topics);
    const named = agreement(labels, topics, largest);
    if (json) {
      console.log(JSON.stringify({ set: name, rows: rows.length, way, all, named, seconds, megabytes }));
      continue;
    }
    if (way !== 'density') {
      const spent = `${seconds.embed.toFixed(0)} s to embed, ${seconds.cluster.toFixed(1)} s to cluster, ${megabytes.toFixed(0)} MB`;
      console.log(`\n${name}: ${rows.length} messages, ${new Set(topics).size} topics; ${spent}`);
    }
    const shown = ({ clusters, share, purity, nmi, topics: found }: typeof all) =>
      `${clusters} clusters of ${found} topics, ${share.toFixed(2)} of messages, purity ${purity.toFixed(3)}, NMI ${nmi.toFixed(3)}`;
    console.log(`  ${way.padEnd(22)} ${shown(all)}`);
    console.log(`  ${`  the largest ${largest}`.padEnd(22)} ${shown(named)}`);
  }
}
