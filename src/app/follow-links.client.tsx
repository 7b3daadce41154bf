"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Links are plain; here one that is clicked goes to the router, so that the page changes without a new document. One listener in place of
 * a component for each link: on a page of fifty rows those cost the server as much as the rows. Nothing is fetched before it is
 * clicked, since looking a record up is recorded.
 */
export function FollowLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (click: MouseEvent) => {
      const link = click.target instanceof Element && click.target.closest("a");
      if (!link || !isOurs(link) || isMeantForTheBrowser(click)) return;
      click.preventDefault();
      router.push(`${link.pathname}${link.search}${link.hash}`);
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}

/** A page of this application: no file, no other window, no other part of the page that one is on. */
function isOurs(link: HTMLAnchorElement): boolean {
  const href = link.getAttribute("href");
  return href !== null && !href.startsWith("#") && link.origin === location.origin && link.target === "" && !link.hasAttribute("download");
}

/** Already taken care of, or asked to open elsewhere. */
const isMeantForTheBrowser = (click: MouseEvent) => click.defaultPrevented || click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey;
