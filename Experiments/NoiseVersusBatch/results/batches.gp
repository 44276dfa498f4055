# Run inside this folder: gnuplot batches.gp
# Saddlery 0.1.0
# model: pure 3-spin as a sum
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# 16 independent Hamiltonians over their root
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

set label 'In a spin glass batches end at one level, the noisiest below' at graph 0.5, screen 0.965 center font ',13.0'
set label 'terms in a batch B' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'mean energy per spin E' font ',12.0'
set logscale x
set xrange [0.8:16.0]
set yrange [* < -1.502020234958355 : -1.502020234958355 < *]

set arrow from graph 0.0, first -1.502020234958355 to graph 1.0, first -1.502020234958355 nohead back dt (8,5) lw 1.2 lc rgb '#000000'
set label 'full descent' at graph 0.98, first -1.502020234958355 right offset character 0,0.6 front font ',10.5' textcolor rgb '#444444'

set label 'pure 3-spin, |σ|² = N, E = H/N, a sum of 16 independent ones; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'bars: standard errors over disorder samples' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.17853, 0.14125 to screen 0.22187, 0.14125 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.2002, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'one step η' at screen 0.23353, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.53, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'one η/B' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.17853, 0.10375 to screen 0.22187, 0.10375 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.2002, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'before a last full descent' at screen 0.23353, 0.10375 left font ',10.5'
set arrow from screen 0.50833, 0.10375 to screen 0.55167, 0.10375 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.53, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'after it' at screen 0.56333, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'batches.svg'
plot \
  'batches.csv' using 1:2:(0):3 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'batches.csv' using 4:5:(0):6 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'batches.csv' using 7:8:(0):9 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'batches.csv' using 10:11:(0):12 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'batches.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'batches.png'
replot
unset output
