# Run inside this folder: gnuplot histogram.gp
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
set bmargin at screen 0.245
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Ends of descent crowd towards the threshold from above' at graph 0.5, screen 0.965 center font ',13.0'
set label 'final energy per spin E = H/N' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'density' font ',12.0'
set xrange [-1.75:-1.35]

set arrow from first -1.6329931618554523, graph 0.0 to first -1.6329931618554523, graph 1.0 nohead back dt (8,5) lw 1.2 lc rgb '#000000'
set label '-E_∞' at first -1.6329931618554523, graph 0.98 right rotate by 90 offset character -1.3,0 front font ',10.5' textcolor rgb '#444444'
set arrow from first -1.6569983635274732, graph 0.0 to first -1.6569983635274732, graph 1.0 nohead back lw 1.2 lc rgb '#000000'
set label '-E_0' at first -1.6569983635274732, graph 0.98 right rotate by 90 offset character -1.3,0 front font ',10.5' textcolor rgb '#444444'

set label 'pure 3-spin, |σ|² = N, E = H/N; gradient descent from random points, seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'bars: √n of the ends in a bin' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.22113, 0.10375 to screen 0.26447, 0.10375 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.2428, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'N = 50' at screen 0.27613, 0.10375 left font ',10.5'
set arrow from screen 0.36473, 0.10375 to screen 0.40807, 0.10375 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.3864, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'N = 100' at screen 0.41973, 0.10375 left font ',10.5'
set arrow from screen 0.50833, 0.10375 to screen 0.55167, 0.10375 nohead lw 1.2 lc rgb '#009E73'
set label '' at screen 0.53, 0.10375 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'N = 200' at screen 0.56333, 0.10375 left font ',10.5'
set arrow from screen 0.65193, 0.10375 to screen 0.69527, 0.10375 nohead lw 1.2 lc rgb '#E69F00'
set label '' at screen 0.6736, 0.10375 point pt 11 ps 0.6 lw 1.2 lc rgb '#E69F00'
set label 'N = 400' at screen 0.70693, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'histogram.svg'
plot \
  'histogram.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'histogram.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'N = 50', \
  'histogram.csv' using 6:7 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'histogram.csv' using 8:9:(0):10 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'N = 100', \
  'histogram.csv' using 11:12 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'histogram.csv' using 13:14:(0):15 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' title 'N = 200', \
  'histogram.csv' using 16:17 with lines lw 2.2 lc rgb '#E69F00' notitle, \
  'histogram.csv' using 18:19:(0):20 with xyerrorbars pt 11 ps 0.6 lw 1.2 lc rgb '#E69F00' title 'N = 400'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'histogram.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'histogram.png'
replot
unset output
