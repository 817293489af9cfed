import { hubApp } from './hub-app.ts';

hubApp({ nag: true, bundle: true, context: {} }).app.synth();
