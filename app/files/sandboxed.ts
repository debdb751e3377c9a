/** For whatever somebody brought, or may open in another program: nothing in it may run or load anything, wherever a browser shows it, and no page may frame it (SAFETY, section 3). */
export const sandboxed = "default-src 'none'; sandbox; frame-ancestors 'none'";
