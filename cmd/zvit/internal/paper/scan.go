package paper

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	_ "image/png" // pdftoppm writes PNG
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/math/f64"
)

// Faults are those of a scanner.
type Faults struct {
	DPI     int
	Skew    float64 // degrees; each page is turned by up to that, either way
	Noise   float64 // standard deviation, grey levels
	Quality int     // of JPEG, 1 to 100
	Seed    uint64
}

// Scan makes a PDF of images of the pages of another, as a scanner with these
// faults would, and writes it to out.
func Scan(ctx context.Context, pdf, out string, f Faults) error {
	dir, err := os.MkdirTemp(filepath.Dir(out), "scan-")
	if err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	defer os.RemoveAll(dir) //nolint:errcheck // The caller's folder is a temporary one.
	if err := run(ctx, "pdftoppm", "-r", strconv.Itoa(f.DPI), "-gray", "-png", pdf, filepath.Join(dir, "p")); err != nil {
		return err
	}
	names, err := filepath.Glob(filepath.Join(dir, "p*.png"))
	if err != nil {
		return fmt.Errorf("list the pages: %w", err)
	}
	slices.Sort(names)
	rng := rand.New(rand.NewPCG(f.Seed, uint64(f.DPI)))
	var pages [][]byte
	var sizes []image.Point
	for _, name := range names {
		img, err := grey(name)
		if err != nil {
			return err
		}
		img = worn(turn(img, (2*rng.Float64()-1)*f.Skew*math.Pi/180), f.Noise, rng)
		var b bytes.Buffer
		if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: f.Quality}); err != nil {
			return fmt.Errorf("compress a page: %w", err)
		}
		pages, sizes = append(pages, b.Bytes()), append(sizes, img.Bounds().Size())
	}
	return os.WriteFile(out, imagePDF(pages, sizes, f.DPI), 0o600)
}

func grey(name string) (*image.Gray, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open a page: %w", err)
	}
	defer f.Close() //nolint:errcheck // Only read.
	img, _, err := image.Decode(f)
	if err != nil {
		return nil, fmt.Errorf("read a page: %w", err)
	}
	g := image.NewGray(img.Bounds())
	draw.Draw(g, g.Bounds(), img, img.Bounds().Min, draw.Src)
	return g, nil
}

// turn turns an image about its middle; white comes in at the corners.
func turn(g *image.Gray, angle float64) *image.Gray {
	b := g.Bounds()
	out := image.NewGray(b)
	draw.Draw(out, b, image.White, image.Point{}, draw.Src)
	sin, cos := math.Sincos(angle)
	cx, cy := float64(b.Dx())/2, float64(b.Dy())/2
	xdraw.BiLinear.Transform(out, f64.Aff3{
		cos, sin, cx - cos*cx - sin*cy,
		-sin, cos, cy + sin*cx - cos*cy,
	}, g, b, xdraw.Over, nil)
	return out
}

// worn makes black less black and white less white, and adds noise.
func worn(g *image.Gray, noise float64, rng *rand.Rand) *image.Gray {
	const black, white = 30, 245
	for i, v := range g.Pix {
		grey := black + float64(v)*(white-black)/255 + rng.NormFloat64()*noise
		g.Pix[i] = uint8(min(max(grey, 0), 255))
	}
	return g
}

// imagePDF writes a PDF of one JPEG image a page.
func imagePDF(pages [][]byte, sizes []image.Point, dpi int) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(format string, args ...any) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n", len(offsets))
		fmt.Fprintf(&b, format, args...)
		b.WriteString("\nendobj\n")
	}
	b.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids bytes.Buffer
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 3+3*i)
	}
	object("<< /Type /Pages /Count %d /Kids [ %s] >>", len(pages), kids.String())
	for i, data := range pages {
		w, h := float64(sizes[i].X)*72/float64(dpi), float64(sizes[i].Y)*72/float64(dpi)
		object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /Resources << /XObject << /I %d 0 R >> >> >>", w, h, 4+3*i, 5+3*i)
		content := fmt.Sprintf("q %.2f 0 0 %.2f 0 0 cm /I Do Q", w, h)
		object("<< /Length %d >>\nstream\n%s\nendstream", len(content), content)
		object("<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream",
			sizes[i].X, sizes[i].Y, len(data), data)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}
