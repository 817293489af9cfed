export { ApiEnv as Env } from '../../shared/platform/config.ts';
