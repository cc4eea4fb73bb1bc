/** What travels from the palette to the canvas: the type of a node kind. */
export const dragType = 'application/x-baton-kind';
