import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import { AppError } from '../../../core/errors.ts';
import type { BotFrameworkConfig } from './access.ts';

type ConnectorOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type HttpClient = NonNullable<ConnectorOptions['httpClient']>;

/** The addresses of a cloud other than the public one. All together: with one of them the SDK forgets its own for the others. */
export type Cloud = Required<
  Pick<
    ConfigurationBotFrameworkAuthenticationOptions,
    | 'ToChannelFromBotLoginUrl'
    | 'ToChannelFromBotOAuthScope'
    | 'ToBotFromChannelTokenIssuer'
    | 'ToBotFromChannelOpenIdMetadataUrl'
    | 'ToBotFromEmulatorOpenIdMetadataUrl'
    | 'OAuthUrl'
  >
>;

/** botbuilder's two halves: who is calling, and speaking with the channel. */
export interface Connector {
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  readonly adapter: CloudAdapter;
}

/** Less than a job's time, so that one reply that hangs does not leave its fellows' outcome unknown. */
const TIMEOUT_MS = 10_000;

/** @throws AppError CONFIG_INVALID for an app id without a password: messages would come in and no reply could leave. */
export function createConnector(config: BotFrameworkConfig, cloud?: Cloud): Connector {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenantId } = config;
  if (appId !== undefined && password === undefined)
    throw new AppError('CONFIG_INVALID', { problems: ['MICROSOFT_APP_PASSWORD: must be set when MICROSOFT_APP_ID is set'] });
  const account = {
    ...(appId !== undefined && { MicrosoftAppId: appId }),
    ...(password !== undefined && { MicrosoftAppPassword: password }),
    ...(tenantId !== undefined && { MicrosoftAppTenantId: tenantId, MicrosoftAppType: 'SingleTenant' }),
    ...cloud,
  };
  // Without an app id the SDK asks nobody for a token: whatever the rest of the account says, the door is the emulator's.
  const authentication = new ConfigurationBotFrameworkAuthentication(appId === undefined ? {} : account, undefined, undefined, undefined, {
    httpClient,
  });
  return { authentication, adapter: new CloudAdapter(authentication) };
}

/**
 * In place of the SDK's own client, which has no time limit, follows redirects with our token, and repeats a refused post by
 * itself up to three times: repeating is the outbox's. A throw from here is what its retry policy lets pass.
 */
const httpClient: HttpClient = {
  async sendRequest(request) {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers.rawHeaders(),
      body: typeof request.body === 'string' ? request.body : null,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const bodyAsText = await response.text();
    if (!response.ok) throw new Error(`the channel's connector answered ${response.status}: ${bodyAsText.slice(0, 200)}`);
    const headers = request.headers.clone();
    for (const name of headers.headerNames()) headers.remove(name);
    headers.set('content-type', response.headers.get('content-type') ?? 'application/json');
    return { request, status: response.status, headers, bodyAsText };
  },
};
