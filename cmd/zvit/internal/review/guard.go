package review

import (
	"crypto/subtle"
	"mime"
	"net/http"
	"strconv"
)

// contentPolicy lets the page use what the binary serves and nothing else: no
// inline script or style, no other site, no frame around it.
const contentPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard refuses what a page of another site could make the reviewer's browser
// send: a foreign Host (a name that was re-bound to this computer), a foreign
// Origin, and a change without the token that only our own pages carry.
func guard(port int, token string, next http.Handler) http.Handler {
	hosts := map[string]bool{}
	for _, name := range []string{"127.0.0.1", "localhost", "[::1]"} {
		hosts[name+":"+strconv.Itoa(port)] = true
	}
	origins := map[string]bool{}
	for host := range hosts {
		origins["http://"+host] = true
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", contentPolicy)
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("X-Frame-Options", "DENY")
		head.Set("Referrer-Policy", "same-origin") // no-referrer would take the Origin from our own forms
		head.Set("Cross-Origin-Opener-Policy", "same-origin")
		head.Set("Cross-Origin-Resource-Policy", "same-origin")
		head.Set("Cache-Control", "no-store")
		if !hosts[r.Host] {
			http.Error(w, "this page answers to 127.0.0.1 only", http.StatusForbidden)
			return
		}
		if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host && !origins[origin] {
			http.Error(w, "requests from other sites are refused", http.StatusForbidden)
			return
		}
		r.Header.Del("Range") // what is served is small: no part of it is asked for
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			// Before anything is parsed: our forms are of this kind alone.
			if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind != "application/x-www-form-urlencoded" {
				http.Error(w, "forms are sent as application/x-www-form-urlencoded", http.StatusUnsupportedMediaType)
				return
			}
			r.Body = http.MaxBytesReader(w, r.Body, maxForm)
			if subtle.ConstantTimeCompare([]byte(r.PostFormValue("token")), []byte(token)) != 1 {
				http.Error(w, "the form is of an earlier run of zvit review: open the page again", http.StatusForbidden)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}
