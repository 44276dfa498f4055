# Run inside this folder: gnuplot models.gp
# Saddlery 0.1.0
# model: pure 3-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# ends of descents from random points; energies E = H/N
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.2825
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Floors of four models, in units of E_{alg}' at graph 0.5, screen 0.965 center font ',13.0'
set label 'N^{-2/3}' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'mean final energy over E_{alg}' font ',12.0'
set xrange [-0.012:0.2]
set yrange [* < -1.0 : -1.0 < *]

set arrow from graph 0.0, first -1.0 to graph 1.0, first -1.0 nohead back dt (8,5) lw 1.2 lc rgb '#000000'
set label '-E_{alg}' at graph 0.98, first -1.0 right offset character 0,0.6 front font ',10.5' textcolor rgb '#444444'

set label "|σ|² = N, E = H/N, E_alg = ∫√ξ''(q) dq = E∞ in pure models; 3 + 4: ξ = (q³ + q⁴)/2; seed 1" at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'ticks at the left: ground states -E_0; bars: standard errors over disorder samples' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.10353, 0.14125 to screen 0.14687, 0.14125 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.1252, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'p = 3' at screen 0.15853, 0.14125 left font ',10.5'
set arrow from screen 0.30593, 0.14125 to screen 0.34927, 0.14125 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.3276, 0.14125 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'p = 3 + 4' at screen 0.36093, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 1.2 lc rgb '#009E73'
set label '' at screen 0.53, 0.14125 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'p = 4' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.71073, 0.14125 to screen 0.75407, 0.14125 nohead lw 1.2 lc rgb '#E69F00'
set label '' at screen 0.7324, 0.14125 point pt 11 ps 0.6 lw 1.2 lc rgb '#E69F00'
set label 'p = 5' at screen 0.76573, 0.14125 left font ',10.5'
set arrow from screen 0.10353, 0.10375 to screen 0.14687, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'line in N^{-2/3}' at screen 0.15853, 0.10375 left font ',10.5'
set arrow from screen 0.30593, 0.10375 to screen 0.34927, 0.10375 nohead dt (8,5) lw 2.2 lc rgb '#000000'
set label 'line in N^{-1/2}' at screen 0.36093, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'models.svg'
plot \
  'models.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'models.csv' using 3:4 with lines dt (8,5) lw 2.2 lc rgb '#0072B2' notitle, \
  'models.csv' using 5:6 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'models.csv' using 7:8:(0):9 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'models.csv' using 10:11 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'models.csv' using 12:13 with lines dt (8,5) lw 2.2 lc rgb '#D55E00' notitle, \
  'models.csv' using 14:15 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'models.csv' using 16:17:(0):18 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'models.csv' using 19:20 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'models.csv' using 21:22 with lines dt (8,5) lw 2.2 lc rgb '#009E73' notitle, \
  'models.csv' using 23:24 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'models.csv' using 25:26:(0):27 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' notitle, \
  'models.csv' using 28:29 with lines lw 2.2 lc rgb '#E69F00' notitle, \
  'models.csv' using 30:31 with lines dt (8,5) lw 2.2 lc rgb '#E69F00' notitle, \
  'models.csv' using 32:33 with lines lw 2.2 lc rgb '#E69F00' notitle, \
  'models.csv' using 34:35:(0):36 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#E69F00' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'models.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'models.png'
replot
unset output
