/** The one part of undici the sender needs: the package's own entry is half as large again. */
declare module 'undici/lib/dispatcher/pool.js' {
  export { Pool as default } from 'undici';
}
