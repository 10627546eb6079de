package htmldoc

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mainContent returns the element that the page itself names as its main
// content and that holds most of its text, or nil where it names none.
func mainContent(doc *goquery.Document) *html.Node {
	named := doc.Find("main, [role=main]")
	if named.Length() == 0 {
		return nil // most pages: their text need not be counted
	}
	var best *html.Node
	most := 0
	for _, n := range named.Nodes {
		if ink := inkOf(n); ink > most {
			best, most = n, ink
		}
	}
	// A page whose "main" is a small part of it uses the word for something else.
	const least = 5
	if most*least < inkOf(doc.Nodes[0]) {
		return nil
	}
	return best
}

// inkOf counts the bytes of text below n, white space aside.
func inkOf(n *html.Node) int {
	total := 0
	for c := range n.Descendants() {
		if c.Type == html.TextNode && !silent(c.Parent) {
			total += len(strings.TrimSpace(c.Data))
		}
	}
	return total
}

// silent reports whether an element's content is no text of the page.
func silent(n *html.Node) bool {
	if n == nil {
		return false
	}
	switch n.DataAtom {
	case atom.Script, atom.Style:
		return true
	}
	return n.Namespace == "svg" && n.Data == "style"
}

// hidden reports whether an element is not shown, by its own attributes
// (HTML, 6.1, and its inline style).
func hidden(n *html.Node) bool {
	if n.DataAtom == atom.Template || n.DataAtom == atom.Title && n.Namespace == "" {
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			style := strings.ToLower(strings.Join(strings.Fields(a.Val), ""))
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// struck reports whether an element holds text that was taken out and is shown
// so (HTML 4.5.5, 4.7.2).
func struck(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Del, atom.S, atom.Strike:
		return true
	}
	return strings.Contains(attr(n, "style"), "line-through")
}

// raised returns the text of a text node. Raised digits would be the last ones of
// the number before them: they are written as what they are ("100,5¹", "м²").
func raised(n *html.Node) string {
	if n.Parent == nil || n.Parent.DataAtom != atom.Sup {
		return n.Data
	}
	return superscripts.Replace(n.Data)
}

var superscripts = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// furniture reports whether an element holds the page's frame and not its
// content: sections of the standard that say so, ARIA landmarks, controls, and
// lists that are nothing but links.
func furniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Button, atom.Select, atom.Textarea, atom.Label, atom.Svg, atom.Option, atom.Dialog, atom.Menu:
		return true
	case atom.Header, atom.Footer:
		// Of the page, not of an article (HTML, 4.3.8 and 4.3.9).
		return !within(n, atom.Article, atom.Section, atom.Main)
	}
	switch attr(n, "role") {
	case "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alert":
		return true
	}
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Div, atom.P, atom.Section, atom.Dl:
		return linksOnly(n)
	}
	return false
}

// linksOnly reports whether an element is a menu: several links, and next to
// nothing that is not one. Tables are content whatever they hold.
func linksOnly(n *html.Node) bool {
	const (
		fewest  = 4  // links that make a menu
		longest = 60 // bytes of the average link's text in Cyrillic: two or three words
	)
	links, linked, all := 0, 0, 0
	for c := range n.Descendants() {
		switch {
		case c.DataAtom == atom.Table && c.Type == html.ElementNode:
			return false
		case c.DataAtom == atom.A && c.Type == html.ElementNode:
			links++
		case c.Type == html.TextNode && !silent(c.Parent):
			size := len(strings.TrimSpace(c.Data))
			all += size
			if within(c, atom.A) {
				linked += size
			}
		}
		if all > linked+fewest*longest {
			return false // enough free text; the rest need not be read
		}
	}
	return links >= fewest && linked*10 >= all*9 && linked <= links*longest
}

// within reports whether n stands inside an element of one of the kinds.
func within(n *html.Node, kinds ...atom.Atom) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		for _, k := range kinds {
			if p.DataAtom == k && p.Type == html.ElementNode {
				return true
			}
		}
	}
	return false
}

// breaks reports whether an element begins and ends a paragraph of its own.
func breaks(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details,
		atom.Dialog, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Head, atom.Header, atom.Hgroup, atom.Hr, atom.Html,
		atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.Option, atom.P, atom.Pre, atom.Section,
		atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Title, atom.Tr, atom.Ul:
		return true
	}
	return false
}

// heading reports whether an element is a heading.
func heading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return attr(n, "role") == "heading"
}

// attr returns the value of an attribute, lower case and trimmed.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return strings.ToLower(strings.TrimSpace(a.Val))
		}
	}
	return ""
}
