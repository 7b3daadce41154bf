import type { ReactNode } from "react";
import { Icon } from "../icons/icon.tsx";
import { uiWords } from "../ui-words.ts";
import { SkipLink } from "./skip-link.tsx";

/** `badge`: how many there are to see, and the same said for whoever hears the page. */
export type NavigationItem = { href: string; text: string; current?: boolean; badge?: { count: number; said: string } };

export type AppShellProps = {
  /** "Safer Hallamford": the partnership's own name. */
  name: string;
  /** "Case Identification Meetings": what it is for. */
  product?: string;
  homeHref?: string;
  /** Search, the person's name, a sign-out form: see HeaderLink and HeaderActions. */
  account?: ReactNode;
  navigation?: NavigationItem[];
  /** Phase or demonstration banner: see Banner. */
  banner?: ReactNode;
  /** See MarkingStrip. */
  marking?: ReactNode;
  footerLinks?: { href: string; text: string }[];
  footerText?: ReactNode;
  children: ReactNode;
};

/** The frame of every page. Everything in it works without JavaScript; on a phone the navigation wraps. */
export function AppShell(props: AppShellProps) {
  const { navigation = [], footerLinks = [] } = props;
  return (
    <div className="shell">
      <SkipLink href="#main" />
      <header className="shell-header screen-only">
        <div className="shell-header-row page-width">
          <a href={props.homeHref ?? "/"} className="shell-name">
            <Icon name="shield-check" size="large" />
            <span>{props.name}</span>
          </a>
          {props.product !== undefined && <span className="shell-product">{props.product}</span>}
          {props.account !== undefined && <div className="shell-account">{props.account}</div>}
        </div>
        {props.banner}
      </header>
      {navigation.length > 0 && (
        <nav className="shell-navigation screen-only" aria-label={uiWords.mainNavigation}>
          <ul className="page-width">
            {navigation.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.current ? "page" : undefined}>
                  {item.text}
                  {item.badge && (
                    <>
                      <span className="navigation-badge" aria-hidden="true">
                        {item.badge.count >= 100 ? "99+" : item.badge.count}
                      </span>
                      <span className="sr-only"> ({item.badge.said})</span>
                    </>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {props.marking}
      <main id="main" className="shell-main page-width" tabIndex={-1}>
        {props.children}
      </main>
      <footer className="shell-footer screen-only">
        <div className="page-width">
          {footerLinks.length > 0 && (
            <nav aria-label={uiWords.footerLinks}>
              <ul>
                {footerLinks.map((link) => (
                  <li key={link.href}>
                    <a href={link.href}>
                      {link.text}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {props.footerText !== undefined && <p>{props.footerText}</p>}
        </div>
      </footer>
    </div>
  );
}
