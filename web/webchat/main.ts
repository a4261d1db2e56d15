import { DirectLine } from 'botframework-directlinejs';
import ReactWebChat from 'botframework-webchat-component';
import { createStore } from 'botframework-webchat-core';
import { createElement } from 'react-16';
import { render } from 'react-dom-16';
import type { WebChat } from '../chat/webChat.ts';
import { attachmentForScreenReaderMiddleware, attachmentMiddleware } from './card.ts';
import { createOutbox } from './outbox.ts';

/** A file on its way to the server, as DirectLineJS hands it over. */
interface Upload {
  readonly contentType?: string;
  readonly data: BlobPart[];
  readonly filename?: string;
  readonly name: string;
}

/** Web Chat made of its parts: https://github.com/microsoft/BotFramework-WebChat/blob/v4.18.1/packages/bundle/src/index.ts makes it so. */
export const createDirectLine: WebChat['createDirectLine'] = (options) => {
  const directLine = new DirectLine({ ...options, createFormData });
  let isEnded = false;
  const end = directLine.end.bind(directLine);
  directLine.end = () => {
    isEnded = true;
    end();
  };
  directLine.postActivity = createOutbox(options.conversationId, directLine.postActivity.bind(directLine), () => isEnded);
  return directLine;
};
export const renderWebChat: WebChat['renderWebChat'] = (props, element) =>
  render(createElement(ReactWebChat, { ...props, attachmentMiddleware, attachmentForScreenReaderMiddleware }), element);
export { createStore };

function createFormData(uploads: readonly Upload[]): FormData {
  const form = new FormData();
  for (const { contentType, data, filename, name } of uploads) form.append(name, new Blob(data, { type: contentType ?? '' }), filename);
  return form;
}
