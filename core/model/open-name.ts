/** Names of what is opened and has to be closed: what is not typed says by its name that it is open. */
export const OPEN_NAME =
  /(session|client|connection|conn|pool|task|process|server|socket|websocket|ws|browser|reader|writer|driver)$/i;
