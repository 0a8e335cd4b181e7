import { render } from 'preact';
import { SearchView } from './SearchView.tsx';

/** Search as a page: the same view, with its state in the address. */
const place = document.querySelector<HTMLElement>('[data-search-page]')!;
render(<SearchView mode="page" />, place);
