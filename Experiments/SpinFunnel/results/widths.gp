# Run inside this folder: gnuplot widths.gp
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
set bmargin at screen 0.2725
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Sharper with N for k = 1 and 2, not for 3 and 4' at graph 0.5, screen 0.965 center font ',13.0'
set label 'N' at graph 0.5, screen 0.18 center font ',12.0'
set ylabel 'log of the ratio of λ at 50 and 25 %' font ',12.0'
set logscale x
set xrange [20.0:200.0]
set logscale y
set yrange [0.04:2.0]

set label 'pure 3-spin, |σ|² = N; gradient descent from random points, eight in each disorder sample; seed 1' at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'bars: standard errors over disorder samples' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'lines: predicted powers of N' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.26033, 0.13125 to screen 0.30367, 0.13125 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.282, 0.13125 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'k = 1' at screen 0.31533, 0.13125 left font ',10.5'
set arrow from screen 0.38433, 0.13125 to screen 0.42767, 0.13125 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.406, 0.13125 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'k = 2' at screen 0.43933, 0.13125 left font ',10.5'
set arrow from screen 0.50833, 0.13125 to screen 0.55167, 0.13125 nohead lw 1.2 lc rgb '#009E73'
set label '' at screen 0.53, 0.13125 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'k = 3' at screen 0.56333, 0.13125 left font ',10.5'
set arrow from screen 0.63233, 0.13125 to screen 0.67567, 0.13125 nohead lw 1.2 lc rgb '#E69F00'
set label '' at screen 0.654, 0.13125 point pt 11 ps 0.6 lw 1.2 lc rgb '#E69F00'
set label 'k = 4' at screen 0.68733, 0.13125 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'widths.svg'
plot \
  'widths.csv' using 1:2:(0):3 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'k = 1', \
  'widths.csv' using 4:5 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'widths.csv' using 6:7:(0):8 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'k = 2', \
  'widths.csv' using 9:10:(0):11 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' title 'k = 3', \
  'widths.csv' using 12:13 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'widths.csv' using 14:15:(0):16 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#E69F00' title 'k = 4', \
  'widths.csv' using 17:18 with lines lw 2.2 lc rgb '#E69F00' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'widths.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'widths.png'
replot
unset output
