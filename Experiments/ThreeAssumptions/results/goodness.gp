# Run inside this folder: gnuplot goodness.gp
# Saddlery 0.1.0
# model: pure p-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# minima: exact means, and ends of descents
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

set label 'Size brings minima together, depth does not' at graph 0.5, screen 0.965 center font ',13.0'
set label 'E/(-E_0): 1 is the ground state for N → ∞' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'density of minima' font ',12.0'
set xrange [0.5:1.15]

set label 'pure p-spin, |σ|² = N, E = H/N over -E_0, the ground state for N → ∞; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'bars: standard errors over disorder samples' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.02513, 0.14125 to screen 0.06847, 0.14125 nohead lw 2.2 lc rgb '#0072B2'
set label 'p = 3, N = 12' at screen 0.08013, 0.14125 left font ',10.5'
set arrow from screen 0.26673, 0.14125 to screen 0.31007, 0.14125 nohead lw 2.2 lc rgb '#D55E00'
set label 'p = 10, N = 12' at screen 0.32173, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 2.2 lc rgb '#009E73'
set label 'p = 3, N = 96' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.74993, 0.14125 to screen 0.79327, 0.14125 nohead lw 2.2 lc rgb '#000000'
set label 'all minima, exact' at screen 0.80493, 0.14125 left font ',10.5'
set arrow from screen 0.02513, 0.10375 to screen 0.06847, 0.10375 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.0468, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'found by descent' at screen 0.08013, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'goodness.svg'
plot \
  'goodness.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'goodness.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'goodness.csv' using 6:7 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'goodness.csv' using 8:9:(0):10 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'goodness.csv' using 11:12 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'goodness.csv' using 13:14:(0):15 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#009E73' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'goodness.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'goodness.png'
replot
unset output
