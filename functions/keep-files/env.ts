export { StoreEnv as Env } from '../../shared/platform/config.ts';
