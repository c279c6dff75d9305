import type { HelpTopic } from '../help.js';
import { html } from '../html.js';
import type { Page } from './layout.js';

export function helpPage(topics: HelpTopic[]): Page {
  return {
    title: 'Help',
    current: '/help',
    body: html`<h1>Help</h1>
      <p>
        The buttons that these answers name are not in this demonstration. The chat is: ask it, or ask for a person.
      </p>
      <nav class="topics" aria-label="Topics">
        ${topics.map(({ id, title }) => html`<a href="#${id}">${title}</a>`)}
      </nav>
      ${topics.map(
        ({ id, title, text }) =>
          html`<section class="topic" id="${id}">
            <h2>${title}</h2>
            <p>${text}</p>
          </section>`,
      )}`,
  };
}

export const notFoundPage: Page = {
  title: 'Not found',
  body: html`<h1>This page does not exist</h1>
    <p>It may have moved, or the address has a slip in it. <a href="/">See all products</a></p>`,
};

export const failurePage: Page = {
  title: 'Something went wrong',
  body: html`<h1>That did not work</h1>
    <p>Please check the address, or try again in a moment. <a href="/">See all products</a></p>`,
};
