/** Shows each listing's copy button and lets it copy the code, with the words that the page carries for it. */
for (const button of document.querySelectorAll<HTMLButtonElement>('.listing-copy')) {
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.closest('.listing')?.querySelector('code')?.textContent ?? '');
    button.textContent = document.body.dataset['copied'] ?? label;
    setTimeout(() => (button.textContent = label), 1600);
  });
}
