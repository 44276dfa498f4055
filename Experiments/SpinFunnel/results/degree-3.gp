# Run inside this folder: gnuplot degree-3.gp
# Saddlery 0.1.0
# model: pure 3-spin in a funnel, H = H_3 - λ N m^k, m = σ·u/N
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.245
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'A cubic funnel: the larger, the less it is found' at graph 0.5, screen 0.965 center font ',13.0'
set label 'strength of the funnel λ, H = H_3 - λN m^3' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'share of descents that end at m > 1/2' font ',12.0'
set logscale x
set xrange [0.63:10.4]
set yrange [0.0:1.02]

set label 'pure 3-spin, |σ|² = N; gradient descent from random points, eight in each disorder sample; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'bars: standard errors over disorder samples' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.22113, 0.10375 to screen 0.26447, 0.10375 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.2428, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'N = 25' at screen 0.27613, 0.10375 left font ',10.5'
set arrow from screen 0.36473, 0.10375 to screen 0.40807, 0.10375 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.3864, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'N = 50' at screen 0.41973, 0.10375 left font ',10.5'
set arrow from screen 0.50833, 0.10375 to screen 0.55167, 0.10375 nohead lw 1.2 lc rgb '#009E73'
set label '' at screen 0.53, 0.10375 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'N = 100' at screen 0.56333, 0.10375 left font ',10.5'
set arrow from screen 0.65193, 0.10375 to screen 0.69527, 0.10375 nohead lw 1.2 lc rgb '#E69F00'
set label '' at screen 0.6736, 0.10375 point pt 11 ps 0.6 lw 1.2 lc rgb '#E69F00'
set label 'N = 150' at screen 0.70693, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'degree-3.svg'
plot \
  'degree-3.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'degree-3.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'N = 25', \
  'degree-3.csv' using 6:7 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'degree-3.csv' using 8:9:(0):10 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'N = 50', \
  'degree-3.csv' using 11:12 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'degree-3.csv' using 13:14:(0):15 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' title 'N = 100', \
  'degree-3.csv' using 16:17 with lines lw 2.2 lc rgb '#E69F00' notitle, \
  'degree-3.csv' using 18:19:(0):20 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#E69F00' title 'N = 150'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'degree-3.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'degree-3.png'
replot
unset output
