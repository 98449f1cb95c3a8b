/**
 * Lists in pages: {@code limit} and {@code cursor} in, {@code {"items":[…],"next":…}} and {@code
 * Link: rel="next"} out.
 *
 * <p>Owns: the form of a page and of a cursor. A cursor holds the sort key of the last row seen
 * (keyset paging), so a page costs the same however deep it is, and rows that come or go do not
 * shift it. Does not own the query: a repository fetches {@code page.fetch()} rows after {@code
 * page.position()} in a total order.
 */
@NullMarked
package dev.milepost.runtime.paging;

import org.jspecify.annotations.NullMarked;
