// The chat for any web page:
//   <script src="https://hub.example/widget.js" data-title="…" data-language="pt-BR" defer></script>
// Also data-greeting, and data-theme="light" or "dark" for a page that has only one of them.
// A classic script, for document.currentScript; the modules come when they are needed.
(() => {
  const script = document.currentScript;
  if (document.querySelector('prosa-chat')) return;
  const base = new URL('.', script.src).href;
  const { title, language, greeting, theme } = script.dataset;
  const label = /^pt\b/i.test(language || navigator.language)
    ? ['Abrir a conversa', 'Não foi possível abrir a conversa. Tente de novo.']
    : ['Open the chat', 'The chat could not be opened. Try again.'];
  const host = document.createElement('prosa-chat');
  const root = host.attachShadow({ mode: 'open' });
  const dock = document.createElement('div');
  const launcher = document.createElement('button');
  const narrow = matchMedia('(max-width: 480px)');
  let open = false;
  let attempts = 0; // a module that could not be loaded is not asked for again under its name
  let loading = null;
  let chat = null;

  async function load() {
    const { createChat } = await import(`${base}chat/chat.js${attempts++ ? `?${attempts}` : ''}`);
    chat = await createChat({ base, heading: 'h2', language, title, greeting, onclose: () => show(false), onchange: badge });
    const { element } = chat.view;
    element.setAttribute('role', 'dialog');
    element.setAttribute('aria-label', chat.title);
    element.hidden = true;
    chat.conversation.shown = false;
    dock.prepend(element);
    chat.start();
    badge(chat.conversation);
  }

  function badge(conversation) {
    const { unread } = conversation;
    if (unread) launcher.dataset.unread = unread;
    else delete launcher.dataset.unread;
    name(unread ? chat.texts('openNew', unread) : chat.texts('open'));
  }

  function name(text) {
    launcher.title = text;
    launcher.setAttribute('aria-label', text);
  }

  function ready() {
    loading ??= load().catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  async function show(wanted) {
    open = wanted;
    try {
      await ready();
    } catch {
      open = false;
      name(label[1]);
      return;
    }
    const { view, conversation } = chat;
    view.element.hidden = !open;
    launcher.setAttribute('aria-expanded', open);
    conversation.shown = open;
    if (open) conversation.unread = 0;
    badge(conversation);
    view.update();
    (open ? view : launcher).focus();
  }

  /** Esc closes; where the panel covers the page, Tab stays within. The page hears none of our keys. */
  function key(event) {
    event.stopPropagation();
    if (event.type !== 'keydown' || !open || event.isComposing) return;
    if (event.key === 'Escape') show(false);
    if (event.key !== 'Tab' || !narrow.matches) return;
    const stops = [...chat.view.element.querySelectorAll('button:enabled, textarea, a, [tabindex]')]
      .filter((stop) => stop.checkVisibility());
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (root.activeElement !== from) return;
    event.preventDefault();
    to.focus();
  }

  async function dress() {
    const sheet = new CSSStyleSheet();
    const response = await fetch(`${base}chat.css`);
    if (!response.ok) throw new Error(response.status);
    sheet.replaceSync(await response.text());
    root.adoptedStyleSheets = [sheet];
  }

  function knowsVisitor() {
    try {
      return localStorage.getItem(`prosa ${base} visitor`) !== null;
    } catch {
      return false;
    }
  }

  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.append(document.createElementNS(icon.namespaceURI, 'path'));
  icon.firstChild.setAttribute('d', 'M5 5h14v10H10l-5 4z');
  dock.className = `dock ${theme ?? ''}`;
  launcher.className = 'launcher';
  launcher.type = 'button';
  launcher.append(icon);
  launcher.addEventListener('click', () => show(!open));
  name(label[0]);
  for (const type of ['keydown', 'keyup', 'keypress']) root.addEventListener(type, key);
  dock.append(launcher);
  root.append(dock);
  dress().then(() => {
    document.documentElement.append(host);
    if (knowsVisitor()) return ready();
  }).catch(() => {}); // the hub is not there, or does not want this page
})();
