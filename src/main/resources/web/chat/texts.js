// The words of the chat. Both languages have the same keys; a test holds them together.

const en = {
  title: 'Chat', greeting: 'Hello! How can I help?',
  open: 'Open the chat', openNew: 'Open the chat, new messages: {0}', close: 'Close the chat',
  log: 'Conversation', message: 'Message', placeholder: 'Write a message', send: 'Send', stop: 'Stop',
  user: 'You', assistant: 'Assistant', operator: 'A person', writing: 'The assistant is writing',
  sending: 'Sending…', waiting: 'Will be sent when the connection is back', unsent: 'Not sent.',
  stopped: 'Stopped.', interrupted: 'The answer was interrupted.', failed: 'There was no answer.',
  again: 'Try again', edit: 'Edit', earlier: 'Earlier messages', fresh: 'New messages',
  copy: 'Copy', copied: 'Copied', code: 'Code', table: 'Table',
  offline: 'You are offline. What you send goes out as soon as you are back.',
  lost: 'The connection is lost. Trying again…', busy: 'Many people are writing right now. Trying again in {0} s.',
  count: '{0} of {1} characters', over: '{0} characters too many',
};

const pt = {
  title: 'Conversa', greeting: 'Olá! Como posso ajudar?',
  open: 'Abrir a conversa', openNew: 'Abrir a conversa, mensagens novas: {0}', close: 'Fechar a conversa',
  log: 'Conversa', message: 'Mensagem', placeholder: 'Escreva uma mensagem', send: 'Enviar', stop: 'Parar',
  user: 'Você', assistant: 'Assistente', operator: 'Uma pessoa', writing: 'O assistente está escrevendo',
  sending: 'Enviando…', waiting: 'Será enviada quando a conexão voltar', unsent: 'Não enviada.',
  stopped: 'Interrompida por você.', interrupted: 'A resposta foi interrompida.', failed: 'Não houve resposta.',
  again: 'Tentar de novo', edit: 'Editar', earlier: 'Mensagens anteriores', fresh: 'Mensagens novas',
  copy: 'Copiar', copied: 'Copiado', code: 'Código', table: 'Tabela',
  offline: 'Você está sem conexão. O que você enviar sai assim que ela voltar.',
  lost: 'A conexão caiu. Tentando de novo…', busy: 'Muita gente está escrevendo agora. Tentando de novo em {0} s.',
  count: '{0} de {1} caracteres', over: '{0} caracteres a mais',
};

export const WORDS = { en, 'pt-BR': pt };

/** The first of the wishes that we speak, otherwise English. */
export function chooseLanguage(wishes) {
  const known = wishes.map((wish) => /^(pt|en)\b/i.exec(wish ?? '')?.[1].toLowerCase()).find(Boolean);
  return known === 'pt' ? 'pt-BR' : 'en';
}

/** @returns texts(key, …values) */
export function textsIn(language) {
  const words = WORDS[language];
  const number = new Intl.NumberFormat(language);
  return (key, ...values) => words[key].replace(/\{(\d)\}/g, (_, n) => number.format(values[n]));
}
