import { describe, expect, it } from 'vitest';
import { readConfig } from '../../core/config.ts';
import type { AppError } from '../../core/errors.ts';

const problemsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as AppError).facts.problems as string[];
  }
};

describe('configuration', () => {
  it('needs nothing, and is then embedded with demo data', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 3978,
      HOST: '127.0.0.1',
      isEmbedded: true,
      isDemo: true,
      COMPANY_TIME_ZONE: 'Asia/Shanghai',
    });
  });

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3978, isEmbedded: true });
  });

  it('lists every problem at once', () => {
    const problems = problemsOf({ PORT: '70000', COMPANY_TIME_ZONE: 'Beijing', DIRECT_LINE_SECRET: 'short', OWN_NUMBER_PATTERN: '(' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'PORT',
      'DIRECT_LINE_SECRET',
      'COMPANY_TIME_ZONE',
      'OWN_NUMBER_PATTERN',
    ]);
  });

  it('refuses a server store without secrets, and has no demo data there', () => {
    const url = { DATABASE_URL: 'postgresql://127.0.0.1/x' };
    expect(problemsOf(url)).toHaveLength(3);
    const secret = 'x'.repeat(32);
    const config = readConfig({ ...url, DIRECT_LINE_SECRET: secret, API_KEY: secret, SESSION_SECRET: secret });
    expect(config).toMatchObject({ isEmbedded: false, isDemo: false });
  });

  it('wants what belongs together together', () => {
    expect(problemsOf({ CRM_WEBHOOK_URL: 'https://crm.example.com' })).toHaveLength(1);
    expect(problemsOf({ ADMIN_EMAIL: 'a@example.com' })).toHaveLength(1);
    expect(problemsOf({ MICROSOFT_APP_ID: '11111111-1111-4111-8111-111111111111' })).toHaveLength(1);
  });
});
