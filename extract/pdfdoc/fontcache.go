package pdfdoc

import "crypto/sha256"

// maxSharedCMaps bounds the character maps that are kept for other fonts.
const maxSharedCMaps = 512

// fontCache keeps the fonts of a document by their reference, and buffers from
// page to page. Files that were joined from parts repeat the fonts of each part:
// the character maps, most of a font, are kept by their content.
type fontCache struct {
	byRef map[string]*font
	cmaps map[[sha256.Size]byte]*cmap

	words, rulings int // of the page before
	args           []operand
	arena          []byte
	points         []point
}

func newFontCache() *fontCache {
	c := &fontCache{}
	c.forget()
	return c
}

// forget drops what is kept: it bounds the memory that hostile files take.
func (c *fontCache) forget() {
	c.byRef, c.cmaps = map[string]*font{}, map[[sha256.Size]byte]*cmap{}
}

func (c *fontCache) load(o object, ref string) *font {
	if f, ok := c.byRef[ref]; ok && ref != "" {
		return f
	}
	f := loadFont(o, c.cmap)
	if ref != "" {
		c.byRef[ref] = f
	}
	return f
}

// cmap parses a character map, or returns the one that was made of the same
// bytes before. It is not changed afterwards.
func (c *fontCache) cmap(b []byte) *cmap {
	key := sha256.Sum256(b)
	if m, ok := c.cmaps[key]; ok {
		return m
	}
	m := parseCMap(b)
	if len(c.cmaps) < maxSharedCMaps {
		c.cmaps[key] = m
	}
	return m
}
