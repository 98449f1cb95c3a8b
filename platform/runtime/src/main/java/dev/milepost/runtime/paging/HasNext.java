package dev.milepost.runtime.paging;

import org.jspecify.annotations.Nullable;

/** An answer that is one page of a list: a {@link Page}, or a page with something beside it. */
public interface HasNext {

  /** The cursor of the page after; null on the last page. */
  @Nullable String next();
}
