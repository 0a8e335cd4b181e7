/** What every page runs: a few custom elements and listeners, nothing that the page needs in order to be read. */
import './theme-toggle.ts';
import './contents-marker.ts';
import './copy-code.ts';
import './scroll-hints.ts';
import '../printing/paper-copy.ts';
import '../linking/open-link-menu.ts';
import '../search/open-search.ts';
import '../prose/numeric-quiz.ts';
import '../progress/list-progress.ts';
import '../progress/paper-progress.ts';
import '../../labs/frame/wake-labs.ts';
