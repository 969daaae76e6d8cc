// The hub's own chat page.

import { createChat } from './chat/chat.js';

const { language } = document.documentElement.dataset;
const base = new URL('.', import.meta.url).href;

const onchange = (conversation) => {
  conversation.shown = !document.hidden;
  if (conversation.shown) conversation.unread = 0;
  document.title = conversation.unread > 0 ? `(${conversation.unread}) ${title}` : title;
};
const { view, conversation, title, start } = await createChat({ base, heading: 'h1', language, onchange });
document.documentElement.lang = view.element.lang;
document.addEventListener('visibilitychange', () => onchange(conversation));
document.body.append(view.element);
start();
onchange(conversation);
view.focus();
