/** `npm run check:site [-- folder]`: holds a built site to every check, prints what it measured, and fails on any finding. */
import { site as address } from '../../site.ts';
import { readBuiltSite } from './built-site.ts';
import { checks } from './index.ts';

const folder = process.argv[2] ?? 'dist';
const site = readBuiltSite(folder, address);
/** Findings of one check that are printed; a fault in the frame of the page stands on every page. */
const SHOWN = 20;

let failed = 0;
for (const check of checks) {
  const findings = check.run(site);
  console.log(`${findings.length === 0 ? '✓' : '✗'} ${check.name}`);
  for (const { where, what } of findings.slice(0, SHOWN)) console.log(`    ${where}  ${what}`);
  if (findings.length > SHOWN) console.log(`    … and ${findings.length - SHOWN} more`);
  if (check.report) console.log(`\n${check.report(site).replace(/^/gm, '  ')}\n`);
  if (findings.length > 0) failed++;
}
console.log(
  failed === 0
    ? `${site.pages.length} pages in ${folder}/ pass all ${checks.length} checks.`
    : `${failed} of ${checks.length} checks failed on ${folder}/.`,
);
process.exitCode = failed === 0 ? 0 : 1;
