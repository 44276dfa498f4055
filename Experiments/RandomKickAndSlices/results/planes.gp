# Run inside this folder: gnuplot planes.gp
# Saddlery 0.1.0
# model: pure 3-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# saddles from index-targeted searches
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.3375
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Most random planes at a low saddle look like bowls' at graph 0.5, screen 0.965 center font ',13.0'
set label 'energy per spin E = H/N of the saddle' at graph 0.5, screen 0.245 center font ',12.0'
set ylabel 'chance of a way down in a random plane' font ',12.0'
set xrange [-1.65:0.0]
set logscale y
set format y '10^{%T}'
set yrange [0.0001:1.0]

set label 'planes with a negative eigenvalue of the 2 x 2 matrix; saddles at which ten or more were drawn' at screen 0.02, 0.10375 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'pure 3-spin, seed 1; critical points from index-targeted searches' at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label '(N-1)x(N-1) tangential Hessian' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.08713, 0.19625 to screen 0.13047, 0.19625 nohead lw 2.2 lc rgb '#0072B2'
set label '2 x 2 matrix, N = 20' at screen 0.14213, 0.19625 left font ',10.5'
set arrow from screen 0.36793, 0.19625 to screen 0.41127, 0.19625 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.3896, 0.19625 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'drawn, N = 20' at screen 0.42293, 0.19625 left font ',10.5'
set arrow from screen 0.64873, 0.19625 to screen 0.69207, 0.19625 nohead lw 2.2 lc rgb '#D55E00'
set label '2 x 2 matrix, N = 80' at screen 0.70373, 0.19625 left font ',10.5'
set arrow from screen 0.08713, 0.15875 to screen 0.13047, 0.15875 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.1088, 0.15875 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'drawn, N = 80' at screen 0.14213, 0.15875 left font ',10.5'
set arrow from screen 0.36793, 0.15875 to screen 0.41127, 0.15875 nohead lw 2.2 lc rgb '#009E73'
set label '2 x 2 matrix, N = 160' at screen 0.42293, 0.15875 left font ',10.5'
set arrow from screen 0.64873, 0.15875 to screen 0.69207, 0.15875 nohead lw 1.2 lc rgb '#009E73'
set label '' at screen 0.6704, 0.15875 point pt 9 ps 0.6 lw 1.2 lc rgb '#009E73'
set label 'drawn, N = 160' at screen 0.70373, 0.15875 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'planes.svg'
plot \
  'planes.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' title '2 x 2 matrix, N = 20', \
  'planes.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'drawn, N = 20', \
  'planes.csv' using 6:7 with lines lw 2.2 lc rgb '#D55E00' title '2 x 2 matrix, N = 80', \
  'planes.csv' using 8:9:(0):10 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'drawn, N = 80', \
  'planes.csv' using 11:12 with lines lw 2.2 lc rgb '#009E73' title '2 x 2 matrix, N = 160', \
  'planes.csv' using 13:14:(0):15 with xyerrorbars pt 9 ps 0.6 lw 1.2 lc rgb '#009E73' title 'drawn, N = 160'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'planes.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'planes.png'
replot
unset output
