package pdfdoc

// white is how light a colour must be to be invisible on paper.
const white = 0.97

// colour notes whether the new colour is white (ISO 32000-1, 8.6).
func (in *interpreter) colour(op []byte, r *resources) {
	g := &in.g
	stroking := op[0] >= 'A' && op[0] <= 'Z'
	light, space := &g.fillLight, &g.fillSpace
	if stroking {
		light, space = &g.strokeLight, &g.strokeSpace
	}
	switch string(op) {
	case "cs", "CS":
		*light, *space = false, componentsOf(r, string(in.lastStr()))
		return
	}
	var c []float64
	for _, a := range in.args {
		if a.kind == tokNumber {
			c = append(c, a.num)
		}
	}
	switch {
	case len(c) == 4:
		*light = c[0]+c[1]+c[2]+c[3] < 4*(1-white)/4
	case len(c) == 3:
		*light = min(c[0], c[1], c[2]) >= white
	case len(c) == 1 && *space == -1 && len(op) > 1:
		// A spot colour: 0 is no ink.
		*light = c[0] < 1-white
	case len(c) == 1:
		*light = c[0] >= white
	default:
		*light = false
	}
	if len(op) == 1 {
		*space = 1
	}
}

// componentsOf tells spot colours, -1, from others, 0.
func componentsOf(r *resources, n string) int {
	if n == "DeviceGray" || n == "DeviceRGB" || n == "DeviceCMYK" {
		return 0
	}
	switch r.entry("ColorSpace", n).at(0).name() {
	case "Separation", "DeviceN", "Indexed":
		return -1
	}
	return 0
}
